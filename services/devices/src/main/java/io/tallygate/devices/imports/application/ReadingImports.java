package io.tallygate.devices.imports.application;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.devices.imports.domain.ImportStatus;
import io.tallygate.devices.imports.domain.Rejection;
import io.tallygate.devices.imports.persistence.ImportStore;
import io.tallygate.devices.imports.persistence.RejectionStore;
import io.tallygate.devices.imports.persistence.RejectionStore.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far one's imports are. Nobody reads another's: the rejected rows hold cells of devices that the reader might not be cleared
 * for.
 */
@Singleton
public class ReadingImports {

    private static final String ORDER = "row";
    private static final int CHUNK = 1000;

    private final ImportStore store;
    private final RejectionStore rejections;

    public ReadingImports(ImportStore store, RejectionStore rejections) {
        this.store = store;
        this.rejections = rejections;
    }

    /** The import, or 404 when {@code actor} did not start it. */
    public Outcome<ImportStatus> one(UUID id, String actor) {
        return store.find(id, actor)
                .<Outcome<ImportStatus>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    /**
     * A page of an import's rejections.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    public Page<Rejection> page(ImportStatus status, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, ORDER, 2);
        long row = cursor == null ? 0 : number(cursor.key(0));
        int ordinal = cursor == null ? -1 : (int) number(cursor.key(1));
        List<Placed> rows = rejections.page(status.id(), row, ordinal, limit + 1);
        return Page.of(rows, limit, ReadingImports::cursorOf).map(Placed::rejection);
    }

    /** Hands every rejection on, in the order of the file, without holding all of them. */
    public void each(ImportStatus status, Consumer<Rejection> sink) {
        List<Placed> page = rejections.page(status.id(), 0, -1, CHUNK);
        while (!page.isEmpty()) {
            page.forEach(placed -> sink.accept(placed.rejection()));
            Placed last = page.getLast();
            page = rejections.page(status.id(), last.rejection().row(), last.ordinal(), CHUNK);
        }
    }

    private static Cursor cursorOf(Placed placed) {
        return Cursor.of(ORDER, Long.toString(placed.rejection().row()), Integer.toString(placed.ordinal()));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.of(400, "INVALID_CURSOR", "`after` is not from this list.")
                    .asException();
        }
        return Long.parseLong(text);
    }
}
