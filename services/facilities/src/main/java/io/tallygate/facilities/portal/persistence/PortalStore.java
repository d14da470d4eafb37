package io.tallygate.facilities.portal.persistence;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import io.tallygate.facilities.portal.domain.Portal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The portals there are. */
@Singleton
public class PortalStore {

    private final EntityManager entities;

    PortalStore(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the codes.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Portal> page(int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "code", 1);
        List<Portal> rows = entities.createQuery(
                        "from Portal p where p.code > :after order by p.code", PortalEntity.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(PortalEntity::portal)
                .toList();
        return Page.of(rows, limit, last -> Cursor.of("code", last.code()));
    }

    @Transactional
    public Optional<Portal> find(String code) {
        return Optional.ofNullable(entities.find(PortalEntity.class, code)).map(PortalEntity::portal);
    }

    /** The portal, its row held until the transaction ends, so that of two changes the later one sees the earlier. */
    public Optional<Portal> hold(String code) {
        return Optional.ofNullable(entities.find(PortalEntity.class, code, LockModeType.PESSIMISTIC_WRITE))
                .map(PortalEntity::portal);
    }

    /**
     * Writes a new portal, or the new state of one that is held.
     *
     * @return as written, with its version
     * @throws jakarta.persistence.PersistenceException of the unique constraints {@code portal_pkey} and {@code portal_reader}
     */
    public Portal write(Portal portal) {
        PortalEntity entity = entities.find(PortalEntity.class, portal.code());
        if (entity == null) {
            entity = new PortalEntity(portal);
            entities.persist(entity);
        } else {
            entity.become(portal);
        }
        entities.flush();
        return entity.portal();
    }
}
