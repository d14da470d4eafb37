package io.tallygate.personnel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The row of a {@link Department}. */
@Entity(name = "Department")
@Table(name = "department")
class DepartmentEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    @Column(name = "active")
    boolean active;

    /** For Hibernate. */
    DepartmentEntity() {}

    DepartmentEntity(Department department) {
        code = department.code();
        name = department.name();
        active = department.active();
    }
}
