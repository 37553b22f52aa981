// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.it.kvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The C program that the exits of jvmm are compared with: a vCPU that stores to a device without end. */
final class ExitLoop {
    /** Its name in the job's folder. */
    static final String NAME = "exit-loop";

    private static final String COMPILER = "aarch64-linux-gnu-gcc";

    private static final String SOURCE = """
            #include <fcntl.h>
            #include <linux/kvm.h>
            #include <stddef.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/ioctl.h>
            #include <sys/mman.h>
            #include <time.h>
            static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e9 + t.tv_nsec; }
            static volatile unsigned long sink;
            int main(int argc, char **argv) {
              long exits = atol(argv[1]);
              int kvm = open("/dev/kvm", O_RDWR), vm = ioctl(kvm, KVM_CREATE_VM, 0);
              unsigned char *ram = mmap(0, 65536, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
              unsigned code[] = {0xd2a12001, 0xb9000020, 0x17ffffff};
              memcpy(ram, code, sizeof code);
              struct kvm_userspace_memory_region slot = {0, 0, 0x40000000, 65536, (unsigned long)ram};
              if (ioctl(vm, KVM_SET_USER_MEMORY_REGION, &slot)) return 2;
              int vcpu = ioctl(vm, KVM_CREATE_VCPU, 0);
              struct kvm_vcpu_init init;
              if (ioctl(vm, KVM_ARM_PREFERRED_TARGET, &init) || ioctl(vcpu, KVM_ARM_VCPU_INIT, &init)) return 3;
              unsigned long pc = 0x40000000;
              struct kvm_one_reg reg = {KVM_REG_ARM64 | KVM_REG_SIZE_U64 | KVM_REG_ARM_CORE | KVM_REG_ARM_CORE_REG(regs.pc),
                                        (unsigned long)&pc};
              if (ioctl(vcpu, KVM_SET_ONE_REG, &reg)) return 4;
              struct kvm_run *run = mmap(0, ioctl(kvm, KVM_GET_VCPU_MMAP_SIZE, 0), 3, MAP_SHARED, vcpu, 0);
              double start = now();
              for (long i = 0; i < exits; i++) {
                if (ioctl(vcpu, KVM_RUN, 0) || run->exit_reason != KVM_EXIT_MMIO || !run->mmio.is_write) return 1;
                sink += run->mmio.phys_addr + run->mmio.data[0];
              }
              printf("%f\\n", (now() - start) / exits);
              return 0;
            }
            """;

    private ExitLoop() {}

    /** The program, or nothing where there is no compiler for arm64. */
    static Optional<Path> compile(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve(NAME + ".c"), SOURCE);
        Path program = folder.resolve(NAME);
        try {
            Process process = new ProcessBuilder(
                            COMPILER, "-O2", "-static", "-o", program.toString(), source.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(COMPILER + " failed");
            }
            return Optional.of(program);
        } catch (IOException e) {
            System.out.println("jvmm is not compared with C: " + e.getMessage() + "; install gcc-aarch64-linux-gnu");
            return Optional.empty();
        }
    }
}
