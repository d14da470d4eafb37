package io.tallygate.personnel.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.http.Bodies;
import io.tallygate.commons.http.Versions;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.commons.identity.Scope;
import io.tallygate.commons.paging.Limit;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.personnel.ChangingPerson;
import io.tallygate.personnel.Directory;
import io.tallygate.personnel.Person;
import io.tallygate.personnel.PersonChange;
import io.tallygate.personnel.PersonFilter;
import io.tallygate.personnel.RegisteringPerson;
import io.tallygate.relational.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /api/personnel/people}. */
@Path("/api/personnel/people")
@Tag(name = "people")
@RunOnVirtualThread
public class PersonResource {

    private final Directory directory;
    private final RegisteringPerson registering;
    private final ChangingPerson changing;
    private final Idempotency idempotency;
    private final Caller caller;

    PersonResource(
            Directory directory,
            RegisteringPerson registering,
            ChangingPerson changing,
            Idempotency idempotency,
            Caller caller) {
        this.directory = directory;
        this.registering = registering;
        this.changing = changing;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.IT_STAFF,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.FACILITY_MANAGER,
        Roles.SECURITY_ADMIN,
        Roles.MEMBER
    })
    @Operation(
            operationId = "listPeople",
            summary = "People, in the order of their numbers; members see their own department")
    public PersonPage list(
            @RestQuery @Nullable String department,
            @RestQuery @Nullable String q,
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500")) @Nullable
                    String limit,
            @RestQuery @Nullable String after) {
        PersonFilter filter = new PersonFilter(department, q);
        return PersonPage.of(directory.page(visible(), filter, Limit.parse(limit), after));
    }

    @GET
    @Path("{personNo}")
    @RolesAllowed({
        Roles.IT_STAFF,
        Roles.SECRECY_OFFICER,
        Roles.LEADER,
        Roles.FACILITY_MANAGER,
        Roles.SECURITY_ADMIN,
        Roles.MEMBER
    })
    @Operation(operationId = "getPerson", summary = "One person")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonView.class)))
    public Response get(@RestPath String personNo) {
        return directory
                .find(visible(), personNo)
                .map(person -> answer(Response.ok(), person))
                .orElseThrow(() -> Refusal.notFound().asException());
    }

    @POST
    @RolesAllowed(Roles.SECURITY_ADMIN)
    @Operation(operationId = "registerPerson", summary = "Add a person")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonView.class)))
    public Response register(
            @Nullable PersonBody body, @RestHeader("Idempotency-Key") @Nullable String idempotencyKey) {
        PersonBody present = Bodies.required(body);
        Person asked = present.toPerson();
        return idempotency.execute(idempotencyKey, caller.username(), "registerPerson", present, () -> created(asked));
    }

    @PATCH
    @Path("{personNo}")
    @RolesAllowed(Roles.SECURITY_ADMIN)
    @Operation(operationId = "changePerson", summary = "Change a person from the version named in If-Match")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            headers = @Header(name = "ETag"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonView.class)))
    public Response change(
            @RestPath String personNo, @RestHeader("If-Match") @Nullable String ifMatch, @Nullable PersonPatch body) {
        long version = Versions.required(ifMatch);
        PersonChange change = Bodies.required(body).toChange();
        return answer(
                Response.ok(),
                changing.change(caller.username(), personNo, version, change).orThrow());
    }

    /** The security admin keeps the people and may be the first of them, so the role alone suffices. */
    private Scope visible() {
        return caller.hasRole(Roles.SECURITY_ADMIN) ? Scope.everything() : caller.scope();
    }

    private Response created(Person asked) {
        Person added = registering.register(caller.username(), asked).orThrow();
        return answer(Response.created(URI.create("/api/personnel/people/" + added.personNo())), added);
    }

    private static Response answer(Response.ResponseBuilder response, Person person) {
        return response.entity(PersonView.of(person))
                .tag(Versions.tag(person.version()))
                .build();
    }
}
