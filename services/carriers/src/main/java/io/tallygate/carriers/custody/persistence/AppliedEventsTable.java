package io.tallygate.carriers.custody.persistence;

import io.tallygate.carriers.custody.application.AppliedEvents;
import io.tallygate.carriers.custody.domain.Crossing;
import io.tallygate.carriers.identifier.ItemId;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The tables {@code consumed_position} and {@code custody_crossing}. */
@Singleton
class AppliedEventsTable implements AppliedEvents {

    private final EntityManager entities;

    AppliedEventsTable(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public long lastPosition(String register) {
        entities.createNativeQuery(
                        "INSERT INTO consumed_position (register, position) VALUES (?1, 0) ON CONFLICT DO NOTHING")
                .setParameter(1, register)
                .executeUpdate();
        Object position = entities.createNativeQuery(
                        "SELECT position FROM consumed_position WHERE register = ?1 FOR UPDATE", Long.class)
                .setParameter(1, register)
                .getSingleResult();
        return (Long) position;
    }

    @Override
    public void advance(String register, long position) {
        entities.createNativeQuery("UPDATE consumed_position SET position = ?2 WHERE register = ?1")
                .setParameter(1, register)
                .setParameter(2, position)
                .executeUpdate();
    }

    @Override
    public boolean recordFirst(Crossing crossing, ItemId item) {
        return entities.createNativeQuery(
                                "INSERT INTO custody_crossing (crossing_id, item_id, portal_code, way, reason,"
                                        + " crossed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING")
                        .setParameter(1, crossing.id())
                        .setParameter(2, item.value())
                        .setParameter(3, crossing.portal().value())
                        .setParameter(4, crossing.way().name())
                        .setParameter(5, crossing.reason())
                        .setParameter(6, crossing.at())
                        .executeUpdate()
                == 1;
    }
}
