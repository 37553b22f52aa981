#!/bin/busybox sh
# SPDX-License-Identifier: Apache-2.0
# Says on the console what this machine is, then powers off. TinyInitramfs.java lists the words that steer it.
/bin/busybox mkdir -p /bin /sbin /usr/bin /usr/sbin /etc
/bin/busybox --install -s
export PATH=/bin:/sbin:/usr/bin:/usr/sbin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev

uptime_seconds() { cut -d' ' -f1 /proc/uptime; }
word() { # value of a kernel command line word, or the second argument
    for w in $(cat /proc/cmdline); do
        case $w in "$1="*) echo "${w#*=}"; return;; esac
    done
    echo "$2"
}
names() { ls "$1" 2>/dev/null | tr '\n' ' '; }

# The console may be one of them, so it's opened after.
failed=
for m in $(cat /modules/order); do
    case $m in efivarfs) [ -d /sys/firmware/efi ] || continue;; esac
    insmod "/modules/$m.ko" 2>/dev/null || failed="$failed $m"
done
exec </dev/console >/dev/console 2>&1
for m in $failed; do echo "CHECK module $m: not loaded"; done

echo "JVMM-BOOT-OK $(uname -r) cpus=$(nproc) up=$(uptime_seconds)"
echo "CHECK virtio: $(for d in /sys/bus/virtio/devices/*; do
    [ -e "$d/device" ] && echo "${d##*/}:$(cat "$d/device"):$(basename "$(readlink "$d/driver")" 2>/dev/null)"; done | tr '\n' ' ')"
echo "CHECK block: $(names /sys/block)"
echo "CHECK net: $(names /sys/class/net)"
echo "CHECK rtc: $(names /sys/class/rtc)$(cat /sys/class/rtc/rtc0/name 2>/dev/null) date=$(date -u +%Y-%m-%dT%H:%M)"
echo "CHECK firmware: $(names /sys/firmware)"
echo "CHECK model: $(cat /proc/device-tree/model 2>/dev/null | tr -d '\0')"
echo "CHECK memory: $(grep MemTotal /proc/meminfo | tr -s ' ')"
echo "CHECK cpuinfo: $(grep -m1 Features /proc/cpuinfo | cut -d: -f2)"
echo "CHECK clocksource: $(cat /sys/devices/system/clocksource/clocksource0/current_clocksource)"
for d in /sys/block/vd*; do
    [ -e "$d" ] || continue
    n=${d##*/}
    echo "CHECK $n: sectors=$(cat "$d/size") ro=$(cat "$d/ro") md5=$(dd if="/dev/$n" bs=64k count=16 2>/dev/null | md5sum | cut -c1-32)"
done
[ -e /sys/class/misc/hw_random/rng_current ] && echo "CHECK hwrng: $(cat /sys/class/misc/hw_random/rng_current)"
grep -E 'CPU0|arch_timer|uart|virtio|rtc|GPIO|IPI' /proc/interrupts | sed 's/^/CHECK interrupt: /'

efi_variable=/sys/firmware/efi/efivars/JvmmTest-6a766d6d-0000-4000-8000-74657374766d
run_check() {
    case $1 in
    efivar-read)
        mount -t efivarfs efivarfs /sys/firmware/efi/efivars 2>/dev/null
        if [ -e $efi_variable ]; then echo "CHECK efivar-read: $(tail -c +5 $efi_variable)"
        else echo "CHECK efivar-read: absent"; fi;;
    efivar-write)
        mount -t efivarfs efivarfs /sys/firmware/efi/efivars 2>/dev/null
        # attributes: non-volatile, boot service access, runtime access; one write call
        { printf '\007\000\000\000'; printf %s "$(word jvmm.value value)"; } >/tmp/variable
        # the kernel makes what was there at its start immutable, and busybox-static has no chattr
        if [ -e $efi_variable ]; then echo "CHECK efivar-write: already there"
        elif dd if=/tmp/variable of=$efi_variable bs=4096 2>/dev/null; then echo "CHECK efivar-write: ok"
        else echo "CHECK efivar-write: failed"; fi;;
    disk-read)
        for d in /dev/vd?; do echo "CHECK disk-read ${d##*/}: $(md5sum <"$d" | cut -c1-32)"; done;;
    disk-write) # writes the last disk's second MiB, reads it back past the cache
        d=$(ls /dev/vd? | tail -n 1)
        yes "$(word jvmm.value value)" | head -c 1048576 >/tmp/block
        dd if=/tmp/block of="$d" bs=64k seek=16 conv=fsync 2>/dev/null
        echo 3 >/proc/sys/vm/drop_caches
        dd if="$d" bs=64k skip=16 count=16 2>/dev/null | cmp - /tmp/block &&
            echo "CHECK disk-write ${d##*/}: ok md5=$(md5sum </tmp/block | cut -c1-32)";;
    net)
        ip link set eth0 up
        printf '#!/bin/sh\n[ "$1" = bound ] && { ifconfig $interface $ip netmask $subnet; route add default gw $router; echo "CHECK net-lease: $ip router=$router"; }\n' >/tmp/lease
        chmod 755 /tmp/lease
        udhcpc -i eth0 -q -n -t 5 -s /tmp/lease 2>/dev/null || echo "CHECK net-lease: none"
        router=$(ip route | sed -n 's/^default via \([^ ]*\).*/\1/p')
        [ -n "$router" ] && ping -c 1 -W 3 "$router" >/dev/null 2>&1 && echo "CHECK net-ping: $router";;
    hwrng)
        echo "CHECK hwrng-bytes: $(dd if=/dev/hwrng bs=32 count=4 2>/dev/null | wc -c)";;
    cpu) # every processor does the same sum
        for c in $(seq 0 $(($(nproc) - 1))); do taskset $(printf %x $((1 << c))) sh -c 'seq 1 20000 | md5sum' & done | sort | uniq -c |
            sed 's/^/CHECK cpu-sums: /';;
    sleep)
        a=$(uptime_seconds); sleep 2; echo "CHECK sleep: $a $(uptime_seconds)";;
    mounts)
        sed 's/^/CHECK mount: /' /proc/mounts;;
    '') ;;
    *) echo "CHECK unknown: $1";;
    esac
}
for check in $(word jvmm.run '' | tr ',' ' '); do run_check "$check"; done

script=$(word jvmm.script '')
if [ -n "$script" ]; then
    tr -d '\0' <"/dev/$script" >/tmp/script
    sh /tmp/script
    echo "CHECK script: exit=$?"
fi

echo "CHECK done up=$(uptime_seconds)"
sync
case $(word jvmm.then poweroff) in
reboot) reboot -f;;
shell) setsid cttyhack sh; poweroff -f;;
panic) echo c >/proc/sysrq-trigger;;
halt) halt -f;;
*) poweroff -f;;
esac
sleep 60
