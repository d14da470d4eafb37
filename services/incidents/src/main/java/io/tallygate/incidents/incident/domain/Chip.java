package io.tallygate.incidents.incident.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The chip that a crossing's tag has.
 *
 * @param tid what is burnt into it, upper-case hex
 * @param readAt when it was read, where that was after the verdict; null where the verdict knew it
 */
public record Chip(String tid, @Nullable Instant readAt) {}
