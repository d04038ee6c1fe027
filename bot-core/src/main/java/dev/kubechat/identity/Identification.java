package dev.kubechat.identity;

/** Who is this account, in Kubernetes? */
public sealed interface Identification {

    /** @param name how the person is called in sentences */
    record Known(PersonId person, String name, KubernetesIdentity kubernetes)
            implements Identification {}

    /** Nobody has said yet who this account is. */
    record Unlinked() implements Identification {}
}
