package io.tallygate.devices.ledger.rest;

import io.tallygate.devices.ledger.domain.Tag;
import io.tallygate.devices.ledger.domain.Tid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The RFID tag on a device, as JSON, both ways. */
@Schema(name = "DeviceTag")
public record TagBody(
        @Schema(
                required = true,
                description =
                        "96 or 128 bits in hex; a request may as well name it by its GS1 tag, pure identity or raw URI",
                examples = "3434257BF400000000BC5FE8")
        @Nullable
        String epc,

        @Schema(description = "48 to 256 bits in hex, whole words of 16", examples = "E2801160600002054CC2096F")
        @Nullable
        String tid,

        @Schema(
                readOnly = true,
                description = "The pure identity URI, or a raw one where the EPC is of no scheme that is understood",
                examples = "urn:epc:id:giai:0614141.12345320")
        @Nullable
        String epcUri) {

    static @Nullable TagBody of(@Nullable Tag tag) {
        if (tag == null) {
            return null;
        }
        Tid tid = tag.tid();
        return new TagBody(
                tag.epc().hex(), tid == null ? null : tid.hex(), tag.epc().uri());
    }
}
