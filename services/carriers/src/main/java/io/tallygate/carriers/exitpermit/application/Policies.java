package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.PolicyCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the domain its policies. */
class Policies {

    @Produces
    @Singleton
    PolicyCatalogue catalogue(PolicySettings settings) {
        return new PolicyCatalogue(settings.values());
    }
}
