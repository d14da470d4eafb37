package io.tallygate.personnel.rest;

import io.tallygate.commons.paging.Page;
import io.tallygate.personnel.Department;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of departments. */
@Schema(requiredProperties = "items")
public record DepartmentPage(
        List<DepartmentView> items, @Nullable String next) {

    static DepartmentPage of(Page<Department> page) {
        Page<DepartmentView> views = page.map(DepartmentView::of);
        return new DepartmentPage(views.items(), views.next());
    }
}
