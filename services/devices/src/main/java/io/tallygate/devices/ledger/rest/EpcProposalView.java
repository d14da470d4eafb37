package io.tallygate.devices.ledger.rest;

import io.tallygate.devices.ledger.domain.Epc;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An EPC that is on no device: for a tag that is yet to be written. */
@Schema(name = "EpcProposal")
public record EpcProposalView(
        @Schema(required = true, examples = "3414257BF400000000989681")
        String epc,

        @Schema(required = true, examples = "urn:epc:id:giai:0614141.10000001")
        String epcUri) {

    static EpcProposalView of(Epc epc) {
        return new EpcProposalView(epc.hex(), epc.uri());
    }
}
