package io.tallygate.devices.ledger.application;

import io.tallygate.devices.ledger.domain.Epc;
import io.tallygate.devices.ledger.domain.UniqueKey;
import io.tallygate.devices.ledger.persistence.RetiredEpcs;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcIdentity;
import io.tallygate.epc.EpcScheme;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * Proposes an EPC for a tag that is yet to be written: a GIAI-96 under the organisation's company prefix, its reference never
 * proposed before and on no device. It holds nothing: the level of the item is never encoded.
 */
@Singleton
public class ProposingEpc {

    private final RetiredEpcs epcs;
    private final DeviceKeys keys;
    private final TagSettings settings;

    public ProposingEpc(RetiredEpcs epcs, DeviceKeys keys, TagSettings settings) {
        this.epcs = epcs;
        this.keys = keys;
        this.settings = settings;
    }

    /** A proposal that nobody uses leaves a gap in the references, no more. */
    @Transactional
    public Epc propose() {
        while (true) {
            String reference = Long.toString(epcs.nextReference());
            String hex =
                    EpcCodec.encode(new EpcIdentity(EpcScheme.GIAI_96, 0, settings.companyPrefix(), reference, ""));
            if (keys.taken(Map.of(UniqueKey.EPC, List.of(hex))).isEmpty()) {
                return new Epc(hex);
            }
        }
    }
}
