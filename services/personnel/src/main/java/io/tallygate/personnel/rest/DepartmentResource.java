package io.tallygate.personnel.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.paging.Limit;
import io.tallygate.personnel.Departments;
import io.tallygate.personnel.RegisteringDepartment;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/personnel/departments}. */
@Path("/api/personnel/departments")
@Tag(name = "departments")
@RunOnVirtualThread
public class DepartmentResource {

    private final Departments departments;
    private final RegisteringDepartment registering;
    private final Caller caller;

    DepartmentResource(Departments departments, RegisteringDepartment registering, Caller caller) {
        this.departments = departments;
        this.registering = registering;
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
    public Response register(@Nullable DepartmentBody body) {
        DepartmentView added = registering
                .register(caller.username(), Bodies.required(body).toDepartment())
                .map(DepartmentView::of)
                .orThrow();
        return Response.status(Response.Status.CREATED).entity(added).build();
    }
}
