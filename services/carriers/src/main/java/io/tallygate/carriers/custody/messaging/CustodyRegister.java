package io.tallygate.carriers.custody.messaging;

import com.google.protobuf.Message;
import io.tallygate.carriers.custody.application.CustodyJournal;
import io.tallygate.carriers.custody.domain.Crossing;
import io.tallygate.carriers.custody.domain.Custody;
import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.ledger.v1.CrossingNoted;
import io.tallygate.contracts.ledger.v1.CustodyChanged;
import io.tallygate.contracts.ledger.v1.CustodyOpened;
import io.tallygate.register.NewEntry;
import io.tallygate.register.Publication;
import io.tallygate.register.Register;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Custody's entries in {@code carriers.register.v1}, and with them {@code ledger.custody.v1} and {@code ledger.tagged-items.v1}. */
@Singleton
class CustodyRegister implements CustodyJournal {

    /** Nobody acted: the gates saw it. */
    private static final String GATES = "system:rfid-bridge";

    private static final String TAG_MOVED = "TAG_MOVED";

    private final Register register;

    CustodyRegister(Register register) {
        this.register = register;
    }

    @Override
    public void opened(Custody custody, String actor) {
        CustodyOpened event = CustodyOpened.newBuilder()
                .setCustody(CustodyMessages.custody(custody))
                .build();
        append(custody, actor, event, publications(null, custody));
    }

    @Override
    public void changed(Custody before, Custody after, String actor, String reason) {
        CustodyChanged event = CustodyChanged.newBuilder()
                .setCustody(CustodyMessages.custody(after))
                .setReason(reason)
                .build();
        // A tag that moved is told with the item that has it now; a tombstone between would blind the gates to it.
        Tag givenUp = reason.equals(TAG_MOVED) ? null : before.item().tag();
        append(after, actor, event, publications(givenUp, after));
    }

    @Override
    public void moved(Custody before, Custody after, Crossing crossing) {
        CustodyChanged event = CustodyChanged.newBuilder()
                .setCustody(CustodyMessages.custody(after))
                .setReason(crossing.reason())
                .setCrossingId(crossing.id().toString())
                .setPortalCode(crossing.portal().value())
                .build();
        append(after, GATES, event, publications(before.item().tag(), after));
    }

    @Override
    public void noted(Custody custody, Crossing crossing, String note) {
        CrossingNoted event = CrossingNoted.newBuilder()
                .setCustody(CustodyMessages.custody(custody))
                .setReason(crossing.reason())
                .setCrossingId(crossing.id().toString())
                .setPortalCode(crossing.portal().value())
                .setNote(note)
                .build();
        append(custody, GATES, event, List.of());
    }

    private void append(Custody custody, String actor, Message event, List<Publication> publications) {
        register.append(new NewEntry(actor, custody.item().id().toString(), event, publications));
    }

    private static List<Publication> publications(@Nullable Tag before, Custody custody) {
        List<Publication> publications = new ArrayList<>();
        Tag tag = custody.item().tag();
        if (before != null && (tag == null || !tag.epc().equals(before.epc()))) {
            publications.add(new Publication(Topic.LEDGER_TAGGED_ITEMS, before.epc(), null));
        }
        if (tag != null) {
            publications.add(
                    new Publication(Topic.LEDGER_TAGGED_ITEMS, tag.epc(), CustodyMessages.taggedItem(custody, tag)));
        }
        publications.add(new Publication(
                Topic.LEDGER_CUSTODY, custody.item().id().toString(), CustodyMessages.custody(custody)));
        return publications;
    }
}
