package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.problem.Violation;
import io.tallygate.devices.ledger.application.CheckingTag;
import io.tallygate.devices.ledger.domain.Device;
import io.tallygate.devices.ledger.domain.Epc;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What keeps a tag from going onto another device. */
@Schema(name = "TagClaims")
public record TagClaimsView(
        @Schema(required = true, examples = "3414257BF400000000989681")
        String epc,

        @Schema(required = true, examples = "urn:epc:id:giai:0614141.10000001")
        String epcUri,

        @Schema(required = true, description = "None for a tag that is free")
        List<Claim> claims) {

    /** One claim, as registering would refuse it. */
    @Schema(name = "TagClaim")
    public record Claim(
            @Schema(required = true, examples = "tag.epc") String field,

            @Schema(required = true, examples = "DUPLICATE_EPC")
            String code,

            @Schema(required = true, description = "Whether the device gave it up; it alone may take it back")
            boolean retired,

            @Schema(description = "The device; absent when the caller may not see it") @Nullable
            UUID deviceId,

            @Nullable String ledgerNo) {

        static Claim of(CheckingTag.Claimed claimed) {
            Violation violation = claimed.claim().key().violation();
            return new Claim(
                    violation.field(),
                    violation.code(),
                    claimed.claim().retired(),
                    claimed.device().map(Device::id).orElse(null),
                    claimed.device().map(device -> device.ledgerNo().value()).orElse(null));
        }
    }

    static TagClaimsView of(Epc epc, List<CheckingTag.Claimed> claims) {
        return new TagClaimsView(
                epc.hex(), epc.uri(), claims.stream().map(Claim::of).toList());
    }
}
