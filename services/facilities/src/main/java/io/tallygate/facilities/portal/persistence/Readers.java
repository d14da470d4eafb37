package io.tallygate.facilities.portal.persistence;

import io.tallygate.facilities.portal.domain.Reader;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/**
 * Whose readers are whose. One speaks to one client: two that shared it would take it from each other by turns. A portal that was
 * taken down has none.
 */
@Singleton
public class Readers {

    private static final String HELD_BY_ANOTHER = """
            SELECT EXISTS (
                SELECT FROM (SELECT 'portal' AS kind, code, reader_host, reader_port FROM portal WHERE active
                             UNION ALL SELECT 'desk', code, reader_host, reader_port FROM desk) holder
                 WHERE reader_host = ?1 AND reader_port = ?2 AND (kind <> ?3 OR code <> ?4))""";

    /** Any number that no other two-part lock of this database uses. */
    private static final int CLAIMS = 5084;

    /** A statement of its own: what the check after it sees must be younger than the lock. */
    private static final String TAKE_TURNS =
            "SELECT 1 FROM pg_advisory_xact_lock(" + CLAIMS + ", hashtext(?1 || ' ' || ?2))";

    private final EntityManager entities;

    Readers(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether anything but the portal of this code has the reader. Nobody else gets it before the transaction ends. */
    public boolean isTakenForPortal(String code, Reader reader) {
        return isTaken(reader, "portal", code);
    }

    /** Whether anything but the desk of this code has the reader. Nobody else gets it before the transaction ends. */
    public boolean isTakenForDesk(String code, Reader reader) {
        return isTaken(reader, "desk", code);
    }

    private boolean isTaken(Reader reader, String kind, String code) {
        entities.createNativeQuery(TAKE_TURNS, Integer.class)
                .setParameter(1, reader.host())
                .setParameter(2, Integer.toString(reader.port()))
                .getSingleResult();
        return (Boolean) entities.createNativeQuery(HELD_BY_ANOTHER, Boolean.class)
                .setParameter(1, reader.host())
                .setParameter(2, reader.port())
                .setParameter(3, kind)
                .setParameter(4, code)
                .getSingleResult();
    }
}
