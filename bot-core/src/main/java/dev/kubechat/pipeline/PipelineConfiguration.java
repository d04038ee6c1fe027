package dev.kubechat.pipeline;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the pipeline: the steps of the story and the workers that have it told. */
@Configuration(proxyBeanMethods = false)
@Import({StorySteps.class, WorkerConfiguration.class})
public class PipelineConfiguration {}
