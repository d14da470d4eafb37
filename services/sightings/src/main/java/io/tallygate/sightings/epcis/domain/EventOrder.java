package io.tallygate.sightings.epcis.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** What events are ordered by. */
public enum EventOrder {
    EVENT_TIME("eventTime"),
    RECORD_TIME("recordTime");

    private final String parameter;

    EventOrder(String parameter) {
        this.parameter = parameter;
    }

    /** As the standard calls it. */
    public String parameter() {
        return parameter;
    }

    public static Optional<EventOrder> named(String parameter) {
        return Stream.of(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst();
    }
}
