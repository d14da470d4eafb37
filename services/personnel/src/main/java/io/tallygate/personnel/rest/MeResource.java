package io.tallygate.personnel.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tallygate.commons.identity.Caller;
import io.tallygate.commons.identity.Roles;
import io.tallygate.personnel.Directory;
import io.tallygate.personnel.Person;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/personnel/me}. */
@Path("/api/personnel/me")
@Tag(name = "people")
@RunOnVirtualThread
public class MeResource {

    /** Tokens carry roles of Keycloak's own besides, which mean nothing here. */
    private static final Set<String> OURS = Set.of(
            Roles.IT_STAFF,
            Roles.SECRECY_OFFICER,
            Roles.LEADER,
            Roles.FACILITY_MANAGER,
            Roles.MEMBER,
            Roles.GUARD,
            Roles.SYSTEM_ADMIN,
            Roles.SECURITY_ADMIN,
            Roles.AUDITOR);

    private final Directory directory;
    private final Caller caller;

    MeResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getMe", summary = "The caller: account, roles, and the person when personnel knows them")
    public MeView get() {
        List<String> roles =
                caller.roles().stream().filter(OURS::contains).sorted().toList();
        PersonView person = directory
                .findByUsername(caller.username())
                .filter(Person::active)
                .map(PersonView::of)
                .orElse(null);
        return new MeView(caller.username(), roles, person);
    }
}
