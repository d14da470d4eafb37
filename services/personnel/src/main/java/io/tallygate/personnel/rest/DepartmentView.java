package io.tallygate.personnel.rest;

import io.tallygate.personnel.Department;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A department as clients see it. */
@Schema(requiredProperties = {"code", "name", "active"})
public record DepartmentView(String code, String name, boolean active) {

    static DepartmentView of(Department department) {
        return new DepartmentView(department.code(), department.name(), department.active());
    }
}
