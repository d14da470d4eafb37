package io.tallygate.facilities.cabinet;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cabinets there are. */
@Singleton
public class Cabinets {

    private final EntityManager entities;

    Cabinets(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the codes.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Cabinet> page(int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "code", 1);
        List<Cabinet> rows = entities.createQuery(
                        "from Cabinet c where c.code > :after order by c.code", CabinetEntity.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(CabinetEntity::cabinet)
                .toList();
        return Page.of(rows, limit, last -> Cursor.of("code", last.code()));
    }

    /** The cabinet with this code. */
    @Transactional
    public Optional<Cabinet> find(String code) {
        return Optional.ofNullable(entities.find(CabinetEntity.class, code)).map(CabinetEntity::cabinet);
    }

    /** The row, held until the transaction ends, so that of two changes the later one sees the earlier. */
    Optional<CabinetEntity> hold(String code) {
        return Optional.ofNullable(entities.find(CabinetEntity.class, code, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Cabinet cabinet) {
        entities.persist(new CabinetEntity(cabinet));
        entities.flush();
    }

    void flush() {
        entities.flush();
    }
}
