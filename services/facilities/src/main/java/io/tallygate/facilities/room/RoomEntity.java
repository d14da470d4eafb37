package io.tallygate.facilities.room;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a {@link Room}. */
@Entity(name = "Room")
@Table(name = "room")
class RoomEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    /** For Hibernate. */
    RoomEntity() {}

    RoomEntity(Room room) {
        code = room.code();
        name = room.name();
    }
}
