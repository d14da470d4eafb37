package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which incidents a list holds.
 *
 * @param since detected at this moment or later
 */
public record IncidentFilter(
        Optional<IncidentStatus> state,
        Optional<IncidentKind> kind,
        Optional<Instant> since,
        Optional<String> portal) {}
