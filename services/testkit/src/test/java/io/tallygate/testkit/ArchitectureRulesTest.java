package io.tallygate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break guards nothing: each is tried on code that breaks it. */
class ArchitectureRulesTest {

    private final JavaClasses planted = new ClassFileImporter().importPackages("io.tallygate.testkit.planted");

    static Iterable<ArchRule> rules() {
        return ArchitectureRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldFindThePlantedViolation(ArchRule rule) {
        assertThat(rule.evaluate(planted).hasViolation()).isTrue();
    }

    @Test
    void shouldRefuseToGuardAPackageThatDoesNotExist() {
        assertThatThrownBy(() -> ArchitectureRules.verify("io.tallygate.nowhere"))
                .isInstanceOf(AssertionError.class);
    }
}
