package io.tallygate.carriers.exitpermit.rest;

import io.tallygate.carriers.exitpermit.application.PermitRequest;
import io.tallygate.carriers.exitpermit.domain.PolicyCatalogue;
import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.exitpermit.domain.Window;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.carriers.identifier.PortalCode;
import io.tallygate.commons.problem.Outcome;
import io.tallygate.commons.problem.Violations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the form of a request for a permit, everything at once, and reads it. */
@Singleton
class PermitForm {

    private static final int MOST_ITEMS = 200;
    private static final int MOST_PORTALS = 50;
    private static final int CODE = 64;
    private static final int LINE = 200;
    private static final int TEXT = 1000;

    private final PolicyCatalogue policies;
    private final Clock clock;

    PermitForm(PolicyCatalogue policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** 400 with every violation. */
    Outcome<PermitRequest> read(ExitPermitBody body) {
        Violations wrong = new Violations();
        checkList(wrong, "itemIds", body.itemIds(), MOST_ITEMS);
        checkItemIds(wrong, orEmpty(body.itemIds()));
        wrong.requireText("holderNo", body.holderNo(), CODE);
        checkList(wrong, "portalCodes", body.portalCodes(), MOST_PORTALS);
        checkTimes(wrong, body);
        wrong.requireText("destination", body.destination(), LINE)
                .requireText("purpose", body.purpose(), TEXT)
                .requireText("packaging", body.packaging(), LINE);
        return wrong.asInvalidRequest()
                .map(Outcome::<PermitRequest>refused)
                .orElseGet(() -> Outcome.done(request(body)));
    }

    private static void checkList(Violations wrong, String field, @Nullable List<@Nullable String> values, int most) {
        if (values == null || values.isEmpty()) {
            wrong.add(field, "REQUIRED", field + " needs one at least");
            return;
        }
        if (values.size() > most) {
            wrong.add(field, "TOO_MANY", field + " has " + most + " at most");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String name = field + "[" + i + "]";
            wrong.requireText(name, value, CODE);
            wrong.addIf(value != null && !seen.add(value), name, "DUPLICATE", "This is named twice");
        }
    }

    private static void checkItemIds(Violations wrong, List<@Nullable String> ids) {
        for (int i = 0; i < Math.min(ids.size(), MOST_ITEMS); i++) {
            String id = ids.get(i);
            wrong.addIf(
                    id != null && !id.isBlank() && ItemId.parse(id).isEmpty(),
                    "itemIds[" + i + "]",
                    "MALFORMED",
                    "An item id is a UUID");
        }
    }

    private void checkTimes(Violations wrong, ExitPermitBody body) {
        Instant from = body.validFrom();
        Instant until = body.validUntil();
        Instant returnBy = body.returnBy();
        wrong.requirePresent("validFrom", from)
                .requirePresent("validUntil", until)
                .requirePresent("returnBy", returnBy);
        if (from != null && until != null) {
            checkWindow(wrong, new Window(from, until));
        }
        wrong.addIf(
                from != null && returnBy != null && returnBy.isBefore(from),
                "returnBy",
                "RETURN_BEFORE_LEAVING",
                "Items cannot be due before they may leave");
    }

    private void checkWindow(Violations wrong, Window window) {
        if (window.isReversed()) {
            wrong.add("validUntil", "WINDOW_REVERSED", "validUntil is after validFrom");
            return;
        }
        wrong.addIf(window.isOver(clock.instant()), "validUntil", "WINDOW_PAST", "validUntil is in the future")
                .addIf(
                        window.length().compareTo(policies.days(PolicyCatalogue.CARRY_OUT_MAX_DAYS)) > 0,
                        "validUntil",
                        "WINDOW_TOO_LONG",
                        "The window is longer than the policy allows");
    }

    private static PermitRequest request(ExitPermitBody body) {
        return new PermitRequest(
                orEmpty(body.itemIds()).stream()
                        .map(id -> ItemId.parse(present(id)).orElseThrow())
                        .toList(),
                new Terms(
                        present(body.holderNo()),
                        orEmpty(body.portalCodes()).stream()
                                .map(code -> new PortalCode(present(code)))
                                .toList(),
                        new Window(micros(body.validFrom()), micros(body.validUntil())),
                        micros(body.returnBy()),
                        present(body.destination()).strip(),
                        present(body.purpose()).strip(),
                        present(body.packaging()).strip()));
    }

    /** PostgreSQL keeps microseconds; what is answered now must be what is read later. */
    private static Instant micros(@Nullable Instant instant) {
        return present(instant).truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "checked before");
    }

    private static List<@Nullable String> orEmpty(@Nullable List<@Nullable String> values) {
        return values == null ? List.of() : values;
    }
}
