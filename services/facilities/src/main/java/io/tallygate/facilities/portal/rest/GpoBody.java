package io.tallygate.facilities.portal.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The outputs of a portal's reader, in requests and answers alike. */
@Schema(name = "PortalGpo", requiredProperties = "alarm")
public record GpoBody(
        @Schema(minimum = "1", maximum = "8") @Nullable Integer alarm) {}
