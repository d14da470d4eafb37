package io.tallygate.personnel;

import io.tallygate.commons.identity.Level;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** The row of a {@link Person}. */
@Entity(name = "Person")
@Table(name = "person")
class PersonEntity {

    @Id
    @Column(name = "person_no")
    String personNo;

    @Column(name = "username")
    @Nullable
    String username;

    @Column(name = "name")
    String name;

    @Column(name = "department_code")
    String departmentCode;

    @Column(name = "post")
    String post;

    @Column(name = "clearance_rank")
    @Convert(converter = LevelRank.class)
    Level clearance;

    @Column(name = "active")
    boolean active;

    @Version
    @Column(name = "version")
    long version;

    /** For Hibernate. */
    PersonEntity() {}

    PersonEntity(Person person) {
        personNo = person.personNo();
        become(person);
    }

    /** Takes over everything but number and version, which Hibernate counts. */
    final void become(Person person) {
        username = person.username();
        name = person.name();
        departmentCode = person.departmentCode();
        post = person.post();
        clearance = person.clearance();
        active = person.active();
    }

    Person person() {
        return new Person(personNo, username, name, departmentCode, post, clearance, active, version);
    }
}
