package io.tallygate.facilities.desk;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desks there are. */
@Singleton
public class Desks {

    private final EntityManager entities;

    Desks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the codes.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Desk> page(int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "code", 1);
        List<Desk> rows = entities.createQuery("from Desk d where d.code > :after order by d.code", DeskEntity.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(DeskEntity::desk)
                .toList();
        return Page.of(rows, limit, last -> Cursor.of("code", last.code()));
    }

    @Transactional
    public Optional<Desk> find(String code) {
        return Optional.ofNullable(entities.find(DeskEntity.class, code)).map(DeskEntity::desk);
    }

    /** The desk, its row held until the transaction ends, so that of two changes the later one sees the earlier. */
    Optional<Desk> hold(String code) {
        return Optional.ofNullable(entities.find(DeskEntity.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(DeskEntity::desk);
    }

    /**
     * Writes a new desk, or the new state of one that is held.
     *
     * @return as written, with its version
     * @throws jakarta.persistence.PersistenceException of the unique constraints {@code desk_pkey} and {@code desk_reader}
     */
    Desk write(Desk desk) {
        DeskEntity entity = entities.find(DeskEntity.class, desk.code());
        if (entity == null) {
            entity = new DeskEntity(desk);
            entities.persist(entity);
        } else {
            entity.become(desk);
        }
        entities.flush();
        return entity.desk();
    }
}
