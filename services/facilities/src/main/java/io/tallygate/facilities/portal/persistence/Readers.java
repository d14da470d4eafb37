package io.tallygate.facilities.portal.persistence;

import io.tallygate.facilities.portal.domain.Reader;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Whose readers are whose. One speaks to one client: two that shared it would take it from each other by turns. */
@Singleton
public class Readers {

    private static final String HELD_BY_ANOTHER = """
            SELECT EXISTS (
                SELECT FROM (SELECT 'portal' AS kind, code, reader_host, reader_port FROM portal
                             UNION ALL SELECT 'desk', code, reader_host, reader_port FROM desk) holder
                 WHERE reader_host = ?1 AND reader_port = ?2 AND (kind <> ?3 OR code <> ?4))""";

    private final EntityManager entities;

    Readers(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether anything but the portal of this code has the reader. */
    public boolean isTakenForPortal(String code, Reader reader) {
        return isTaken(reader, "portal", code);
    }

    /** Whether anything but the desk of this code has the reader. */
    public boolean isTakenForDesk(String code, Reader reader) {
        return isTaken(reader, "desk", code);
    }

    private boolean isTaken(Reader reader, String kind, String code) {
        return (Boolean) entities.createNativeQuery(HELD_BY_ANOTHER, Boolean.class)
                .setParameter(1, reader.host())
                .setParameter(2, reader.port())
                .setParameter(3, kind)
                .setParameter(4, code)
                .getSingleResult();
    }
}
