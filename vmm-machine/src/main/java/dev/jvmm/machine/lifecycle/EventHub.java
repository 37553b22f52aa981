// SPDX-License-Identifier: Apache-2.0
package dev.jvmm.machine.lifecycle;

import dev.jvmm.core.event.VmEvent;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to subscribers without ever waiting for one. Safe from any thread. */
public final class EventHub implements Flow.Publisher<VmEvent>, AutoCloseable {
    /** Events kept for a subscriber that is busy. */
    public static final int BUFFER = 256;

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final SubmissionPublisher<VmEvent> publisher;
    private final LongAdder dropped = new LongAdder();

    public EventHub() {
        Executor executor = task -> Thread.ofVirtual().name("jvmm-events").start(task);
        publisher = new SubmissionPublisher<>(executor, BUFFER);
    }

    /** Tells all subscribers; one whose buffer is full misses it. */
    public void publish(VmEvent event) {
        LOG.debug("{}", event);
        if (publisher.isClosed()) {
            return;
        }
        publisher.offer(event, (subscriber, missed) -> {
            dropped.increment();
            return false;
        });
    }

    @Override
    public void subscribe(Flow.Subscriber<? super VmEvent> subscriber) {
        publisher.subscribe(subscriber);
    }

    /** Calls {@code listener} for each event; one that throws is logged and called again for the next. */
    public void listen(Consumer<VmEvent> listener) {
        subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(VmEvent event) {
                try {
                    listener.accept(event);
                } catch (RuntimeException e) {
                    LOG.warn("a listener failed on {}", event, e);
                }
            }

            @Override
            public void onError(Throwable problem) {
                LOG.warn("events end early", problem);
            }

            @Override
            public void onComplete() {}
        });
    }

    /** How many events subscribers have missed. */
    public long dropped() {
        return dropped.sum();
    }

    /** No more events: subscribers complete after those they have not had yet. */
    @Override
    public void close() {
        publisher.close();
    }
}
