package io.tallygate.gateway.live;

import io.quarkus.security.identity.SecurityIdentity;
import io.tallygate.commons.identity.People;
import io.tallygate.commons.identity.PersonView;
import io.tallygate.commons.problem.Refusal;
import io.tallygate.gateway.access.Door;
import io.tallygate.gateway.access.Problems;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets those into a stream whom personnel knows. */
@Singleton
class Admission {

    /** What follows, on the event loop. */
    interface Next {
        void open(SecurityIdentity identity, PersonView person);
    }

    private final Door door;
    private final Problems problems;
    private final People people;
    private final Vertx vertx;

    Admission(Door door, Problems problems, People people, Vertx vertx) {
        this.door = door;
        this.problems = problems;
        this.people = people;
        this.vertx = vertx;
    }

    /** Hands identity and person to {@code next}, or answers 401, or 403 UNKNOWN_PERSON. */
    void enter(RoutingContext context, Next next) {
        door.enter(context, identity -> {
            context.request().resume();
            vertx.executeBlocking(() -> person(identity), false)
                    .onSuccess(person -> person.ifPresentOrElse(
                            known -> next.open(identity, known),
                            () -> refuse(context, Refusal.of(403, "UNKNOWN_PERSON", "Personnel does not know you."))))
                    .onFailure(context::fail);
        });
    }

    private Optional<PersonView> person(SecurityIdentity identity) {
        return people.byUsername(identity.getPrincipal().getName()).filter(PersonView::active);
    }

    void refuse(RoutingContext context, Refusal refusal) {
        problems.send(context, refusal);
    }
}
