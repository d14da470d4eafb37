package io.tallygate.personnel.rest;

import io.tallygate.commons.problem.Refusal;
import io.tallygate.commons.problem.Violations;

/** Malformed bodies as exceptions: the one place where the HTTP layer gives up on a request by itself. */
final class Refusals {

    private Refusals() {}

    static RuntimeException of(Violations violations) {
        return Refusal.invalid(violations.list()).asException();
    }
}
