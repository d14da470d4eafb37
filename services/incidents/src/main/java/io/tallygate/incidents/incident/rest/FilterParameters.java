package io.tallygate.incidents.incident.rest;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;
import io.tallygate.incidents.incident.domain.IncidentFilter;
import io.tallygate.incidents.incident.domain.IncidentKind;
import io.tallygate.incidents.incident.domain.IncidentStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list's parameters, checked all at once. */
final class FilterParameters {

    private static final int MAX_CODE = 64;

    private final Violations violations = new Violations();

    /** @throws io.tallygate.commons.problem.RefusalException 400 with a violation for each parameter that cannot be read */
    static IncidentFilter checked(
            @Nullable String state, @Nullable String kind, @Nullable String since, @Nullable String portal) {
        FilterParameters parameters = new FilterParameters();
        IncidentFilter filter = new IncidentFilter(
                parameters.oneOf("state", IncidentStatus.values(), state),
                parameters.oneOf("kind", IncidentKind.values(), kind),
                parameters.instant("since", since),
                parameters.code("portal", portal));
        parameters.violations.asInvalidRequest().map(Refusal::asException).ifPresent(refused -> {
            throw refused;
        });
        return filter;
    }

    private <E extends Enum<E>> Optional<E> oneOf(String field, E[] values, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found =
                Stream.of(values).filter(value -> value.name().equals(text)).findFirst();
        violations.addIf(found.isEmpty(), field, "UNKNOWN_VALUE", field + " has no such value");
        return found;
    }

    private Optional<Instant> instant(String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inRange(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException e) {
            violations.add(field, "MALFORMED", field + " is an instant such as 2026-03-01T08:00:00Z");
            return Optional.empty();
        }
    }

    /** Microseconds since the epoch must fit a long; every moment before or after is as good as the bound. */
    private static Instant inRange(Instant instant) {
        Instant last = Instant.parse("9999-12-31T23:59:59Z");
        if (instant.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        return instant.isAfter(last) ? last : instant;
    }

    private Optional<String> code(String field, @Nullable String text) {
        violations.optionalText(field, text, MAX_CODE);
        return Optional.ofNullable(text).filter(code -> !code.isEmpty());
    }
}
