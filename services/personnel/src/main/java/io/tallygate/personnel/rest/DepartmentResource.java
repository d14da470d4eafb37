package io.tallygate.personnel.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.personnel.Department;
import io.tallygate.personnel.Departments;
import io.tallygate.personnel.RegisteringDepartment;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/personnel/departments}. */
@Path("/api/personnel/departments")
@Tag(name = "departments")
@RunOnVirtualThread
public class DepartmentResource {

    private final Departments departments;
    private final RegisteringDepartment registering;
    private final Idempotency idempotency;
    private final Caller caller;

    DepartmentResource(
            Departments departments, RegisteringDepartment registering, Idempotency idempotency, Caller caller) {
        this.departments = departments;
        this.registering = registering;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listDepartments", summary = "Departments, in the order of their codes")
    public DepartmentPage list(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        return DepartmentPage.of(departments.page(Limit.parse(limit), after));
    }

    @POST
    @RolesAllowed(Roles.SECURITY_ADMIN)
    @Operation(operationId = "registerDepartment", summary = "Add a department")
    @APIResponseSchema(value = DepartmentView.class, responseCode = "201")
    public Response register(
            @Nullable DepartmentBody body, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        DepartmentBody present = Bodies.required(body);
        Department asked = present.toDepartment();
        return idempotency.execute(
                idempotencyKey, caller.username(), "registerDepartment", present, () -> created(asked));
    }

    private Response created(Department asked) {
        DepartmentView added = registering
                .register(caller.username(), asked)
                .map(DepartmentView::of)
                .orThrow();
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
