package io.tallygate.devices.ledger.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.devices.ledger.domain.Epc;
import io.tallygate.devices.ledger.domain.Tag;
import io.tallygate.devices.ledger.domain.Tid;
import io.tallygate.epc.EpcCodec;
import io.tallygate.epc.EpcText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tag as asked about, written as a new device's would be. */
final class TagQuery {

    private TagQuery() {}

    /** @throws io.tallygate.commons.problem.RefusalException 400 with what is wrong, at {@code tag.epc} and {@code tag.tid} */
    static Tag tag(@Nullable String epc, @Nullable String tid) {
        Violations violations = new Violations();
        violations.requirePresent("tag.epc", epc);
        Optional<Epc> readEpc = epc == null ? Optional.empty() : epc(epc, violations);
        Optional<Tid> readTid = Optional.ofNullable(tid).flatMap(Tid::parse);
        violations.addIf(tid != null && readTid.isEmpty(), "tag.tid", "MALFORMED_TID", "This is not a TID");
        violations.asInvalidRequest().ifPresent(refusal -> {
            throw refusal.asException();
        });
        return new Tag(readEpc.orElseThrow(), readTid.orElse(null));
    }

    private static Optional<Epc> epc(String text, Violations violations) {
        return switch (EpcCodec.read(text)) {
            case EpcText.Understood understood -> Optional.of(new Epc(understood.hex()));
            case EpcText.Refused refused -> {
                violations.add(
                        "tag.epc", refused.problem().name(), refused.problem().message());
                yield Optional.empty();
            }
        };
    }
}
