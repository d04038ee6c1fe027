package dev.kubechat.pipeline.reconcile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Joins the server's calls with KubeChat's steps, one with one, and notes what is left over. */
final class Reconciliation {

    private final Map<UUID, List<StepRow>> steps;
    private final Map<UUID, ServerCall.Identity> askers;
    private final List<ServerCall> unended;
    private final Set<StepRow> joined = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private long both;

    /** @param unended KubeChat's calls of which the server logged that they came, and not how they ended */
    Reconciliation(
            List<StepRow> steps, Map<UUID, ServerCall.Identity> askers, List<ServerCall> unended) {
        this.steps =
                steps.stream().collect(groupingBy(StepRow::request, LinkedHashMap::new, toList()));
        this.askers = askers;
        this.unended = List.copyOf(unended);
    }

    long both() {
        return both;
    }

    List<Finding> findings() {
        return findings;
    }

    void calls(List<ServerCall> all) {
        // what was done is joined first, so that a refused second try is the one left over
        all.stream()
                .sorted(
                        Comparator.comparing((ServerCall call) -> !call.isDone())
                                .thenComparing(ServerCall::at))
                .forEach(this::call);
    }

    private void call(ServerCall call) {
        var request = request(call);
        if (!call.isImpersonated() || call.requests().isEmpty()) {
            alone(call);
        } else if (request.isEmpty()) {
            found(
                    Finding.Kind.WRITE_WITHOUT_STEP,
                    call,
                    "bears no request id that KubeChat could have given");
        } else {
            join(call, steps.getOrDefault(request.get(), List.of()), request.get());
        }
    }

    private void alone(ServerCall call) {
        // what the server refused is no write
        if (call.isDone() && !call.isConnecting()) {
            found(
                    Finding.Kind.WRITE_WITHOUT_REQUEST,
                    call,
                    call.isImpersonated()
                            ? "is in a person's name and bears no request"
                            : "is in nobody's name, and KubeChat never writes for itself");
        } else if (call.isConnecting() && call.code() < 400) {
            found(
                    Finding.Kind.WRITE_WITHOUT_REQUEST,
                    call,
                    "runs something in a container and bears no request");
        }
    }

    private void join(ServerCall call, List<StepRow> ofRequest, UUID request) {
        var fitting = ofRequest.stream().filter(step -> step.fits(call)).toList();
        var free =
                fitting.stream()
                        .filter(step -> !joined.contains(step))
                        .min(
                                Comparator.comparingInt((StepRow step) -> distance(step, call))
                                        .thenComparingInt(StepRow::ordinal));
        if (free.isPresent()) {
            joined.add(free.get());
            compare(free.get(), call);
        } else if (call.isConnecting()) {
            // programs that only read have no steps
            readFor(call, request);
        } else if (fitting.isEmpty()) {
            found(Finding.Kind.WRITE_WITHOUT_STEP, call, "has no step in KubeChat");
        } else if (!call.isPutOff()) {
            found(
                    Finding.Kind.WRITE_SENT_TWICE,
                    call,
                    "was sent once more than KubeChat's steps say");
        }
    }

    private void readFor(ServerCall call, UUID request) {
        var asker = askers.get(request);
        if (asker == null) {
            found(Finding.Kind.WRITE_WITHOUT_STEP, call, "bears a request that KubeChat never had");
        } else {
            identity(call, asker);
        }
    }

    private static int distance(StepRow step, ServerCall call) {
        return switch (step.state()) {
            case DONE -> call.isDone() || call.isGoneAlready() ? 0 : 3;
            case FAILED -> call.isDone() ? 3 : 0;
            case UNKNOWN, INTENDED -> 1;
            case NOT_SENT, PLANNED, NOT_BEGUN -> 4;
        };
    }

    private void compare(StepRow step, ServerCall call) {
        if (!identity(call, step.as())) {
            return;
        }
        switch (step.state()) {
            case DONE -> agree(step, call, call.isDone() || call.isGoneAlready());
            // a program that ran may have failed
            case FAILED ->
                    agree(step, call, !call.isDone() || call.code() == 0 || call.isConnecting());
            case UNKNOWN, INTENDED -> settled(step, call);
            case NOT_SENT, PLANNED, NOT_BEGUN -> agree(step, call, false);
        }
    }

    private boolean identity(ServerCall call, ServerCall.Identity asker) {
        var same = asker.equals(call.as());
        if (!same) {
            var as = Objects.requireNonNull(call.as());
            found(
                    Finding.Kind.OTHER_IDENTITY,
                    call,
                    "was asked for by %s of %s, and ran as %s of %s"
                            .formatted(asker.user(), asker.groups(), as.user(), as.groups()));
        }
        return same;
    }

    private void agree(StepRow step, ServerCall call, boolean same) {
        if (same) {
            both++;
        } else {
            found(
                    Finding.Kind.OTHER_OUTCOME,
                    call,
                    "was answered %d and is %s".formatted(call.code(), step.said()));
        }
    }

    private void settled(StepRow step, ServerCall call) {
        both++;
        var what =
                call.isDone()
                        ? "the server did it"
                        : call.code() >= 500
                                ? "the server answered %d, so look at the object"
                                        .formatted(call.code())
                                : "the server refused it with %d".formatted(call.code());
        settled(step, call.auditId(), what);
    }

    private void settled(StepRow step, @Nullable String id, String what) {
        findings.add(
                new Finding(
                        Finding.Kind.SETTLED,
                        step.request().toString(),
                        id,
                        "Settled: of %s, %s.".formatted(step.said(), what)));
    }

    /** Looks at the steps that no call was joined with; says how many of them the log cannot speak of. */
    long steps(Span span) {
        var outside = 0L;
        for (var step : steps.values().stream().flatMap(List::stream).toList()) {
            var silent = step.state() == StepRow.State.DONE || step.state().isOpen();
            if (joined.contains(step) || !silent) {
                continue;
            }
            if (!step.isWithin(span)) {
                outside++;
            } else if (step.state().isOpen()) {
                settled(step, null, unanswered(step));
            } else {
                findings.add(
                        new Finding(
                                Finding.Kind.STEP_WITHOUT_WRITE,
                                step.request().toString(),
                                null,
                                "The server's log has no call for %s.".formatted(step.said())));
            }
        }
        return outside;
    }

    private String unanswered(StepRow step) {
        return unended.stream().anyMatch(step::fits)
                ? "the server received such a call and logged no end of it, so look at the object"
                : "the server logged no call for it";
    }

    private void found(Finding.Kind kind, ServerCall call, String what) {
        findings.add(finding(kind, call, what));
    }

    /** A call that bears a request id, by somebody who is not KubeChat. */
    static Finding stranger(ServerCall call) {
        return finding(
                Finding.Kind.WRITE_WITHOUT_STEP,
                call,
                "bears a request id of KubeChat and was made by %s, who is not KubeChat"
                        .formatted(call.account()));
    }

    private static Finding finding(Finding.Kind kind, ServerCall call, String what) {
        return new Finding(
                kind,
                call.requests().isEmpty() ? null : call.requests().getFirst(),
                call.auditId(),
                "The call %s (%s) %s.".formatted(call.said(), call.auditId(), what));
    }

    static Optional<UUID> request(ServerCall call) {
        try {
            return call.requests().size() == 1
                    ? Optional.of(UUID.fromString(call.requests().getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
