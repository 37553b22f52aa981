// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.core.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusListenerTest {
    private final List<String> heard = new ArrayList<>();
    private final Bus bus = new Bus();
    private final BusListener listener = new BusListener() {
        @Override
        public void added(MmioRegion region) {
            heard.add("+" + region.name());
        }

        @Override
        public void removed(MmioRegion region) {
            heard.add("-" + region.name());
        }
    };

    @Test
    void aListenerHearsOfRegionsBeforeAndAfterItCame() {
        MmioRegion early = region("early", 0x1000);
        bus.add(List.of(early));
        bus.listen(listener);
        bus.add(List.of(region("late", 0x2000)));
        bus.remove(early);

        assertThat(heard).containsExactly("+early", "+late", "-early");
    }

    @Test
    void aListenerThatLeftHearsNothing() {
        bus.listen(listener);
        bus.unlisten(listener);
        bus.add(List.of(region("late", 0x2000)));

        assertThat(heard).isEmpty();
    }

    private static MmioRegion region(String name, long base) {
        return new MmioRegion(name, base, 0x1000, new MmioDevice() {
            @Override
            public long read(long offset, int size) {
                return 0;
            }

            @Override
            public void write(long offset, int size, long value) {}
        });
    }
}
