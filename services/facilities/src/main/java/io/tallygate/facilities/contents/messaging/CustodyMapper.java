package io.tallygate.facilities.contents.messaging;

import com.google.protobuf.util.Timestamps;
import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.CustodyState;
import io.tallygate.facilities.contents.ItemCustody;
import io.tallygate.facilities.contents.ItemState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Custody from its message. */
final class CustodyMapper {

    private CustodyMapper() {}

    /** Empty when it makes no sense: what the table would refuse must not come back for ever. */
    static Optional<ItemCustody> read(Custody custody) {
        ItemState state = state(custody.getState());
        if (state == null
                || custody.getItemId().isEmpty()
                || Level.ofRank(custody.getLevelRank()).isEmpty()
                || !Timestamps.isValid(custody.getSince())
                || holdsNul(custody)) {
            return Optional.empty();
        }
        return Optional.of(new ItemCustody(
                custody.getItemId(),
                custody.getCabinetCode().isEmpty() ? null : custody.getCabinetCode(),
                custody.getLedgerNo(),
                custody.getKind(),
                custody.getLevelRank(),
                custody.getDepartmentCode(),
                state,
                Instant.ofEpochSecond(
                        custody.getSince().getSeconds(), custody.getSince().getNanos()),
                custody.getVersion()));
    }

    /** PostgreSQL keeps no text with the character 0. */
    private static boolean holdsNul(Custody custody) {
        return Stream.of(
                        custody.getItemId(),
                        custody.getCabinetCode(),
                        custody.getLedgerNo(),
                        custody.getKind(),
                        custody.getDepartmentCode())
                .anyMatch(text -> text.indexOf('\0') >= 0);
    }

    private static @Nullable ItemState state(CustodyState state) {
        return switch (state) {
            case IN_PLACE -> ItemState.IN_PLACE;
            case OUT_UNDER_PERMIT -> ItemState.OUT_UNDER_PERMIT;
            case MISSING -> ItemState.MISSING;
            case DISPOSED -> ItemState.DISPOSED;
            case DESTROYED -> ItemState.DESTROYED;
            case CUSTODY_STATE_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }
}
