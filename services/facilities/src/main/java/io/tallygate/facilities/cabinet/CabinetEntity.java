package io.tallygate.facilities.cabinet;

import io.tallygate.commons.identity.Level;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a {@link Cabinet}. */
@Entity(name = "Cabinet")
@Table(name = "cabinet")
class CabinetEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "room_code")
    String roomCode;

    @Column(name = "name")
    String name;

    @Column(name = "max_level_rank")
    int maxLevelRank;

    @Column(name = "active")
    boolean active;

    @Version
    @Column(name = "version")
    long version;

    /** For Hibernate. */
    CabinetEntity() {}

    CabinetEntity(Cabinet cabinet) {
        code = cabinet.code();
        roomCode = cabinet.roomCode();
        become(cabinet);
    }

    /** Takes over what may change; Hibernate counts the version. */
    final void become(Cabinet cabinet) {
        name = cabinet.name();
        maxLevelRank = cabinet.maxLevel().rank();
        active = cabinet.active();
    }

    Cabinet cabinet() {
        Level maxLevel = Level.ofRank(maxLevelRank).orElseThrow(IllegalStateException::new);
        return new Cabinet(code, roomCode, name, maxLevel, active, version);
    }
}
