/**
 * What an API server's audit log tells of KubeChat's calls, joined with the steps KubeChat wrote down itself. Plain Java over JDBC;
 * reads the tables of the pipeline and sees none of its classes.
 */
@NullMarked
package dev.kubechat.pipeline.reconcile;

import org.jspecify.annotations.NullMarked;
