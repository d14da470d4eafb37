package io.tallygate.devices.ledger.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The RFID tag on a device, as JSON, both ways. */
@Schema(name = "DeviceTag")
public record TagBody(
        @Schema(required = true, description = "96 or 128 bits in hex", examples = "3034257BF400B7800004CB2F") @Nullable
        String epc,

        @Schema(description = "48 to 256 bits in hex, whole words of 16", examples = "E2801160600002054CC2096F")
        @Nullable
        String tid) {}
