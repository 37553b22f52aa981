#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
# Runs the benchmarks that the kernel's command line names, run=NAME,NAME scale=N warm=MS, and powers off. The kernel
# hands words it does not know to init as environment variables.
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
for module in $(/bin/busybox cat /modules/order); do
    case $module in virtio|virtio_ring|virtio_mmio|virtio_blk) /bin/busybox insmod "/modules/$module.ko";; esac
done
exec </dev/console >/dev/console 2>&1
for name in $(echo "$run" | /bin/busybox tr , ' '); do
    /bench "$name" "$scale" "$warm"
done
echo DONE
/bin/busybox poweroff -f
