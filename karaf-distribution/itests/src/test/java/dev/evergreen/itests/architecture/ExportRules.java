package dev.evergreen.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An exported signature names only the Java platform and exported packages of ours. */
final class ExportRules {
    private static final Set<String> PLATFORM = Set.of("java.", "javax.net.", "javax.sql.", "javax.xml.", "org.osgi.");

    private ExportRules() {}

    /** @param exported our exported packages */
    static List<String> violations(JavaClasses classes, Set<String> exported) {
        List<String> violations = new ArrayList<>();
        for (JavaClass type : classes) {
            if (exported.contains(type.getPackageName()) && isVisible(type.getModifiers())) {
                type.getRawSuperclass().ifPresent(parent -> check(type.getName(), parent, exported, violations));
                type.getRawInterfaces().forEach(parent -> check(type.getName(), parent, exported, violations));
                Stream.concat(type.getFields().stream(), type.getCodeUnits().stream())
                        .filter(member -> isVisible(member.getModifiers()))
                        .forEach(member -> check(member, exported, violations));
            }
        }
        return violations;
    }

    private static void check(JavaMember member, Set<String> exported, List<String> violations) {
        Stream<JavaType> types =
                member instanceof JavaField field ? Stream.of(field.getType()) : signature((JavaCodeUnit) member);
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .distinct()
                .forEach(type -> check(member.getFullName(), type, exported, violations));
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getThrowsClause().getTypes().stream().map(JavaType.class::cast))
                .flatMap(types -> types);
    }

    private static void check(String where, JavaClass type, Set<String> exported, List<String> violations) {
        JavaClass element = type.getBaseComponentType();
        boolean fine = element.isPrimitive()
                || PLATFORM.stream().anyMatch(element.getName()::startsWith)
                || exported.contains(element.getPackageName());
        if (!fine) {
            violations.add(where + " exposes " + element.getName());
        }
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
