package dev.kubechat.kubectl;

import org.jspecify.annotations.Nullable;

/**
 * What nearly all changing commands take beside what they are about.
 *
 * @param fieldManager who is noted as the owner of the fields; null for kubectl's usual one
 * @param recordsCause whether the command is written onto the object as its change-cause
 * @param savesConfig whether what was sent is kept on the object for a later apply
 */
public record ChangeOptions(
        DryRun dryRun,
        ChangeOutput output,
        boolean showManagedFields,
        @Nullable String fieldManager,
        boolean recordsCause,
        boolean savesConfig,
        Validation validation) {

    private static final ChangeOptions USUAL =
            new ChangeOptions(
                    DryRun.NONE,
                    ChangeOutput.words(),
                    false,
                    null,
                    false,
                    false,
                    Validation.STRICT);

    /** As a command without any of these flags. */
    public static ChangeOptions usual() {
        return USUAL;
    }

    /** Whether nothing of it was asked for. */
    public boolean isUsual() {
        return equals(USUAL);
    }

    /** The same where a list is printed instead of what was changed, so that a template has nothing to fill. */
    ChangeOptions unless(boolean list) {
        return list
                ? new ChangeOptions(
                        dryRun,
                        ChangeOutput.words(),
                        showManagedFields,
                        fieldManager,
                        recordsCause,
                        savesConfig,
                        validation)
                : this;
    }

    static ChangeOptions of(Said said) {
        var options =
                new ChangeOptions(
                        DryRun.of(said.reading("dry-run")),
                        ChangeOutput.of(said),
                        said.is("show-managed-fields"),
                        said.text("field-manager"),
                        said.is("record"),
                        said.is("save-config"),
                        Validation.of(said.reading("validate")));
        return options.isUsual() ? USUAL : options;
    }
}
