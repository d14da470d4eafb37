package io.tallygate.carriers.custody.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The permit that an item is out under. */
@Schema(requiredProperties = {"id", "permitNo", "validUntil", "returnBy"})
public record PermitRefView(UUID id, String permitNo, Instant validUntil, Instant returnBy) {}
