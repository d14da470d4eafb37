package io.tallygate.carriers.exitpermit.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tallygate.carriers.custody.domain.Item;
import io.tallygate.carriers.exitpermit.application.ExitPermits;
import io.tallygate.carriers.exitpermit.domain.ActivePermit;
import io.tallygate.carriers.exitpermit.domain.ExitPermit;
import io.tallygate.carriers.exitpermit.domain.PendingPermit;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PermitId;
import io.tallygate.commons.identity.Scope;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Permits through Hibernate. */
@Singleton
class ExitPermitRepository implements ExitPermits, PanacheRepositoryBase<ExitPermitEntity, UUID> {

    /** Key of the advisory lock under which requests take turns; any number no other code of this database uses. */
    private static final long REQUESTS = 0x6578_6974L;

    private static final UUID NONE = new UUID(0, 0);

    private static final String PERMITTED = """
            SELECT DISTINCT item_id FROM exit_permit_item
             WHERE item_id IN (:items) AND live AND valid_until > :now
               AND valid_from < :until AND valid_until > :from AND permit_id <> :except""";

    private static final String NEXT_NUMBER = """
            INSERT INTO exit_permit_number AS number (year, last) VALUES (:year, 1)
            ON CONFLICT (year) DO UPDATE SET last = number.last + 1 RETURNING last""";

    private static final String OVERDUE = """
            SELECT id FROM exit_permit WHERE state IN ('PENDING', 'ACTIVE') AND valid_until <= :now
             ORDER BY valid_until LIMIT :limit FOR UPDATE SKIP LOCKED""";

    @Override
    public void takeTurns() {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(" + REQUESTS + ")", Integer.class)
                .getSingleResult();
    }

    @Override
    public String nextNumber(int year) {
        Object number = getEntityManager()
                .createNativeQuery(NEXT_NUMBER, Integer.class)
                .setParameter("year", year)
                .getSingleResult();
        return String.format(Locale.ROOT, "EP-%d-%06d", year, (Integer) number);
    }

    @Override
    public Set<ItemId> permitted(List<ItemId> items, Window window, Instant now, Optional<PermitId> except) {
        if (items.isEmpty()) {
            return Set.of();
        }
        Stream<?> found = getEntityManager()
                .createNativeQuery(PERMITTED, UUID.class)
                .setParameter("items", items.stream().map(ItemId::value).toList())
                .setParameter("now", now)
                .setParameter("from", window.from())
                .setParameter("until", window.until())
                .setParameter("except", except.map(PermitId::value).orElse(NONE))
                .getResultStream();
        return found.map(id -> new ItemId((UUID) id)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void add(PendingPermit permit, List<Item> items) {
        persist(ExitPermitEntity.of(permit, items));
        flush();
    }

    @Override
    public Optional<ExitPermit> forChange(PermitId id, Scope scope) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(entity -> scope.covers(entity.departmentCode, entity.levelRank))
                .map(ExitPermitEntity::toDomain);
    }

    @Override
    public void save(ExitPermit permit) {
        findById(permit.file().id().value()).write(permit);
        flush();
    }

    @Override
    public List<ActivePermit> underWhichIsOut(ItemId item) {
        return named(item, "and named.live and named.leftAt is not null and named.returnedAt is null")
                .map(ExitPermitEntity::toDomain)
                .filter(ActivePermit.class::isInstance)
                .map(ActivePermit.class::cast)
                .toList();
    }

    @Override
    public List<ExitPermit.Live> overdue(Instant now, int limit) {
        Stream<?> ids = getEntityManager()
                .createNativeQuery(OVERDUE, UUID.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultStream();
        return ids.map(id -> findById((UUID) id).toDomain())
                .filter(ExitPermit.Live.class::isInstance)
                .map(ExitPermit.Live.class::cast)
                .toList();
    }

    @Override
    public void rescope(Item item) {
        named(item.id(), "").forEach(entity -> entity.rescope(item));
        flush();
    }

    /** Permits that name the item, locked one by one: a query that joins cannot lock. */
    private Stream<ExitPermitEntity> named(ItemId item, String condition) {
        List<UUID> ids = getEntityManager()
                .createQuery(
                        "select permit.id from ExitPermit permit join permit.items named where named.itemId = ?1 "
                                + condition + " order by permit.id",
                        UUID.class)
                .setParameter(1, item.value())
                .getResultList();
        return ids.stream().map(id -> findById(id, LockModeType.PESSIMISTIC_WRITE));
    }
}
