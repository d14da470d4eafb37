package io.tallygate.commons.identity;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.problem.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/** Who makes this request. */
@RequestScoped
@IfBuildProperty(name = "tallygate.identity.enabled", stringValue = "true", enableIfMissing = true)
public class Caller {

    private final SecurityIdentity identity;
    private final People people;

    public Caller(SecurityIdentity identity, People people) {
        this.identity = identity;
        this.people = people;
    }

    /** The name the caller signed in with; what registers record as actor. */
    public String username() {
        return identity.getPrincipal().getName();
    }

    public Set<String> roles() {
        return identity.getRoles();
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The caller in personnel, when they are there and active. */
    public Optional<PersonView> findPerson() {
        return people.byUsername(username()).filter(PersonView::active);
    }

    /**
     * The caller in personnel.
     *
     * @throws io.tallygate.commons.problem.RefusalException 403 UNKNOWN_PERSON when personnel does not know them or says they left
     */
    public PersonView person() {
        return findPerson().orElseThrow(() -> Refusal.of(403, "UNKNOWN_PERSON", "Personnel does not know you.")
                .asException());
    }

    /**
     * What the caller may see.
     *
     * @throws io.tallygate.commons.problem.RefusalException 403 UNKNOWN_PERSON as {@link #person()}
     */
    public Scope scope() {
        return Scope.of(roles(), person());
    }

    /**
     * What of the gates' reports the caller may see.
     *
     * @throws io.tallygate.commons.problem.RefusalException 403 UNKNOWN_PERSON as {@link #person()}
     */
    public AlertVisibility alertVisibility() {
        return AlertVisibility.of(roles(), scope());
    }
}
