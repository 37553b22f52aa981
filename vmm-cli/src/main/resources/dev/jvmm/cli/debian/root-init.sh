#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
# Loads the virtio drivers, mounts the ext4 file system that root=LABEL=... names, and hands over to its init.
/bin/busybox mkdir -p /sbin /usr/bin /usr/sbin
/bin/busybox --install -s
export PATH=/bin:/sbin:/usr/bin:/usr/sbin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
exec </dev/console >/dev/console 2>&1

for m in $(cat /modules/order); do insmod "/modules/$m.ko" 2>/dev/null; done

label=jvmm-root
mode=rw
for w in $(cat /proc/cmdline); do
    case $w in
    root=LABEL=*) label=${w#root=LABEL=};;
    ro) mode=ro;;
    esac
done

root=
tries=0
while [ -z "$root" ] && [ $tries -lt 100 ]; do
    for d in /dev/vd* /dev/sd* /dev/nvme*n*; do
        [ -b "$d" ] || continue
        # the superblock's volume name lies 120 bytes into it, at byte 1024
        name=$(dd if="$d" bs=1 skip=1144 count=16 2>/dev/null | tr -d '\0')
        [ "$name" = "$label" ] && root=$d && break
    done
    [ -n "$root" ] || { sleep 0.1; tries=$((tries + 1)); }
done
if [ -z "$root" ] || ! mount -t ext4 -o "$mode,noatime" "$root" /root; then
    echo "No file system with the label $label: here is a shell; leave it to power off."
    cat /proc/partitions
    setsid cttyhack sh
    poweroff -f
fi
mount --move /dev /root/dev
mount --move /sys /root/sys
mount --move /proc /root/proc
exec switch_root /root /sbin/init
