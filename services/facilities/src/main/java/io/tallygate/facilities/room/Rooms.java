package io.tallygate.facilities.room;

import io.tallygate.commons.paging.Cursor;
import io.tallygate.commons.paging.Page;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms there are. */
@Singleton
public class Rooms {

    private static final String PAGE = """
            select new io.tallygate.facilities.room.Room(r.code, r.name)
              from Room r where r.code > :after order by r.code""";

    private final EntityManager entities;

    Rooms(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A page in the order of the codes.
     *
     * @throws io.tallygate.commons.problem.RefusalException 400 INVALID_CURSOR
     */
    @Transactional
    public Page<Room> page(int limit, @Nullable String after) {
        Cursor cursor = Cursor.parse(after, "code", 1);
        List<Room> rows = entities.createQuery(PAGE, Room.class)
                .setParameter("after", cursor == null ? "" : cursor.key(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(rows, limit, last -> Cursor.of("code", last.code()));
    }

    /** Whether there is such a room. */
    public boolean exists(String code) {
        return entities.find(RoomEntity.class, code) != null;
    }

    void add(Room room) {
        entities.persist(new RoomEntity(room));
        entities.flush();
    }
}
