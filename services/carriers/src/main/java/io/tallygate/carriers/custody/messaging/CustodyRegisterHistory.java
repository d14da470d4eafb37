package io.tallygate.carriers.custody.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.tallygate.carriers.custody.application.CustodyHistory;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.contracts.ledger.v1.CrossingNoted;
import io.tallygate.contracts.ledger.v1.Custody;
import io.tallygate.contracts.ledger.v1.CustodyChanged;
import io.tallygate.contracts.ledger.v1.CustodyOpened;
import io.tallygate.register.RegisterHistory;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads custody's history back from our register. */
@Singleton
class CustodyRegisterHistory implements CustodyHistory {

    private static final String OPENED = CustodyOpened.getDescriptor().getFullName();
    private static final String CHANGED = CustodyChanged.getDescriptor().getFullName();
    private static final String NOTED = CrossingNoted.getDescriptor().getFullName();

    private final RegisterHistory history;

    CustodyRegisterHistory(RegisterHistory history) {
        this.history = history;
    }

    @Override
    public List<Entry> of(ItemId item, int limit) {
        return history.of(item.toString(), limit).stream()
                .map(CustodyRegisterHistory::entry)
                .toList();
    }

    private static Entry entry(RegisterHistory.Entry written) {
        try {
            if (written.eventType().equals(OPENED)) {
                Custody custody = CustodyOpened.parseFrom(written.event()).getCustody();
                return entry(written, "OPENED", custody, "REGISTERED", null, "", "");
            }
            if (written.eventType().equals(CHANGED)) {
                CustodyChanged changed = CustodyChanged.parseFrom(written.event());
                return entry(
                        written,
                        "CHANGED",
                        changed.getCustody(),
                        changed.getReason(),
                        null,
                        changed.getCrossingId(),
                        changed.getPortalCode());
            }
            if (written.eventType().equals(NOTED)) {
                CrossingNoted noted = CrossingNoted.parseFrom(written.event());
                return entry(
                        written,
                        "NOTED",
                        noted.getCustody(),
                        noted.getReason(),
                        noted.getNote(),
                        noted.getCrossingId(),
                        noted.getPortalCode());
            }
            throw new IllegalStateException("Not an entry about custody: " + written.eventType());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("An entry of our own register cannot be read", e);
        }
    }

    private static Entry entry(
            RegisterHistory.Entry written,
            String type,
            Custody custody,
            String reason,
            @Nullable String note,
            String crossingId,
            String portalCode) {
        return new Entry(
                written.recordedAt(),
                written.actor(),
                type,
                CustodyMessages.status(custody.getState()),
                reason,
                note,
                textOrNull(custody.getPermitId()),
                textOrNull(crossingId),
                textOrNull(portalCode));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
