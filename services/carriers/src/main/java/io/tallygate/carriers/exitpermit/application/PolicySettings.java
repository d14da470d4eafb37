package io.tallygate.carriers.exitpermit.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/**
 * The policy catalogue as configured: {@code tallygate.policies."carryOut.topSecret"} is {@code allowed} or {@code barred},
 * {@code tallygate.policies."carryOut.maxDays"} a number of days. What is not listed is barred.
 */
@ConfigMapping(prefix = "tallygate.policies")
public interface PolicySettings {

    @WithParentName
    Map<String, String> values();
}
