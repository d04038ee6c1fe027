package dev.kubechat.execute.describe;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A kind of volume: its field, what it is in words, and its lines.
 *
 * @param lines {@code LABEL|path|what stands for nothing}; the label with its colon, where kubectl writes one
 */
record VolumeSource(String field, String type, List<String> lines) {

    private static final String READ_ONLY = "ReadOnly:|readOnly|false";
    private static final String FS_TYPE = "FSType:|fsType|";
    private static final String SECRET_REF = "SecretRef:|secretRef|nil";
    private static final String OF_POD = " mount on the host that shares a pod's lifetime)";

    private static final List<VolumeSource> BOTH =
            List.of(
                    of(
                            "hostPath",
                            "HostPath (bare host directory volume)",
                            "Path:|path|",
                            "HostPathType:|type|<none>"),
                    of(
                            "gcePersistentDisk",
                            "GCEPersistentDisk (a Persistent Disk resource in Google Compute"
                                    + " Engine)",
                            "PDName:|pdName|",
                            FS_TYPE,
                            "Partition:|partition|0",
                            READ_ONLY),
                    of(
                            "awsElasticBlockStore",
                            "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
                            "VolumeID:|volumeID|",
                            FS_TYPE,
                            "Partition:|partition|0",
                            READ_ONLY),
                    of(
                            "nfs",
                            "NFS (an NFS mount that lasts the lifetime of a pod)",
                            "Server:|server|",
                            "Path:|path|",
                            READ_ONLY),
                    of(
                            "iscsi",
                            "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host"
                                    + " machine and then exposed to the pod)",
                            "TargetPortal:|targetPortal|",
                            "IQN:|iqn|",
                            "Lun:|lun|0",
                            "ISCSIInterface|iscsiInterface|",
                            FS_TYPE,
                            READ_ONLY,
                            "Portals:|portals|[]",
                            "DiscoveryCHAPAuth:|chapAuthDiscovery|false",
                            "SessionCHAPAuth:|chapAuthSession|false",
                            SECRET_REF,
                            "InitiatorName:|initiatorName|<none>"),
                    of(
                            "rbd",
                            "RBD (a Rados Block Device" + OF_POD,
                            "CephMonitors:|monitors|[]",
                            "RBDImage:|image|",
                            FS_TYPE,
                            "RBDPool:|pool|",
                            "RadosUser:|user|",
                            "Keyring:|keyring|",
                            SECRET_REF,
                            READ_ONLY),
                    of(
                            "quobyte",
                            "Quobyte (a Quobyte" + OF_POD,
                            "Registry:|registry|",
                            "Volume:|volume|",
                            READ_ONLY),
                    of(
                            "vsphereVolume",
                            "vSphereVolume (a Persistent Disk resource in vSphere)",
                            "VolumePath:|volumePath|",
                            FS_TYPE,
                            "StoragePolicyName:|storagePolicyName|"),
                    of(
                            "cinder",
                            "Cinder (a Persistent Disk resource in OpenStack)",
                            "VolumeID:|volumeID|",
                            FS_TYPE,
                            READ_ONLY,
                            SECRET_REF),
                    of(
                            "azureDisk",
                            "AzureDisk (an Azure Data Disk mount on the host and bind mount to the"
                                    + " pod)",
                            "DiskName:|diskName|",
                            "DiskURI:|diskURI|",
                            "Kind: |kind|",
                            FS_TYPE,
                            "CachingMode:|cachingMode|",
                            READ_ONLY),
                    of(
                            "photonPersistentDisk",
                            "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
                            "PdID:|pdID|",
                            FS_TYPE),
                    of(
                            "portworxVolume",
                            "PortworxVolume (a Portworx Volume resource)",
                            "VolumeID:|volumeID|"),
                    of(
                            "cephfs",
                            "CephFS (a CephFS" + OF_POD,
                            "Monitors:|monitors|[]",
                            "Path:|path|",
                            "User:|user|",
                            "SecretFile:|secretFile|",
                            SECRET_REF,
                            READ_ONLY),
                    of(
                            "storageos",
                            "StorageOS (a StorageOS Persistent Disk resource)",
                            "VolumeName:|volumeName|",
                            "VolumeNamespace:|volumeNamespace|",
                            FS_TYPE,
                            READ_ONLY),
                    of(
                            "fc",
                            "FC (a Fibre Channel disk)",
                            "TargetWWNs:|targetWWNs|,",
                            "LUN:|lun|<none>",
                            FS_TYPE,
                            READ_ONLY),
                    of(
                            "flexVolume",
                            "FlexVolume (a generic volume resource that is provisioned/attached"
                                    + " using an exec based plugin)",
                            "Driver:|driver|",
                            FS_TYPE,
                            SECRET_REF,
                            READ_ONLY,
                            "Options:|options|map[]"),
                    of(
                            "flocker",
                            "Flocker (a Flocker volume mounted by the Flocker agent)",
                            "DatasetName:|datasetName|",
                            "DatasetUUID:|datasetUUID|"));

    private static final String GLUSTERFS = "Glusterfs (a Glusterfs" + OF_POD;
    private static final String SCALE_IO =
            "ScaleIO (a persistent volume backed by a block device in ScaleIO)";
    private static final String AZURE_FILE =
            "AzureFile (an Azure File Service mount on the host and bind mount to the pod)";

    private static final List<VolumeSource> OF_PODS =
            List.of(
                    of(
                            "gitRepo",
                            "GitRepo (a volume that is pulled from git when the pod is created)",
                            "Repository:|repository|",
                            "Revision:|revision|"),
                    of(
                            "secret",
                            "Secret (a volume populated by a Secret)",
                            "SecretName:|secretName|",
                            "Optional:|optional|false"),
                    of(
                            "configMap",
                            "ConfigMap (a volume populated by a ConfigMap)",
                            "Name:|name|",
                            "Optional:|optional|false"),
                    of(
                            "glusterfs",
                            GLUSTERFS,
                            "EndpointsName:|endpoints|",
                            "Path:|path|",
                            READ_ONLY),
                    of(
                            "persistentVolumeClaim",
                            "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the"
                                    + " same namespace)",
                            "ClaimName:|claimName|",
                            READ_ONLY),
                    of(
                            "scaleIO",
                            SCALE_IO,
                            "Gateway:|gateway|",
                            "System:|system|",
                            "Protection Domain:|protectionDomain|",
                            "Storage Pool:|storagePool|",
                            "Storage Mode:|storageMode|",
                            "VolumeName:|volumeName|",
                            FS_TYPE,
                            READ_ONLY),
                    of(
                            "azureFile",
                            AZURE_FILE,
                            "SecretName:|secretName|",
                            "ShareName:|shareName|",
                            READ_ONLY),
                    of(
                            "csi",
                            "CSI (a Container Storage Interface (CSI) volume source)",
                            "Driver:|driver|",
                            FS_TYPE,
                            READ_ONLY),
                    of(
                            "image",
                            "Image (a container image or OCI artifact)",
                            "Reference:|reference|",
                            "PullPolicy:|pullPolicy|"));

    private static final List<VolumeSource> PERSISTENT =
            List.of(
                    of(
                            "glusterfs",
                            GLUSTERFS,
                            "EndpointsName:|endpoints|",
                            "EndpointsNamespace:|endpointsNamespace|<unset>",
                            "Path:|path|",
                            READ_ONLY),
                    of(
                            "scaleIO",
                            SCALE_IO,
                            "Gateway:|gateway|",
                            "System:|system|",
                            "Protection Domain:|protectionDomain|",
                            "Storage Pool:|storagePool|",
                            "Storage Mode:|storageMode|",
                            "VolumeName:|volumeName|",
                            "SecretName:|secretRef.name|",
                            "SecretNamespace:|secretRef.namespace|",
                            FS_TYPE,
                            READ_ONLY),
                    of(
                            "local",
                            "LocalVolume (a persistent volume backed by local storage on a node)",
                            "Path:|path|"),
                    of(
                            "azureFile",
                            AZURE_FILE,
                            "SecretName:|secretName|",
                            "SecretNamespace:|secretNamespace|",
                            "ShareName:|shareName|",
                            READ_ONLY),
                    of(
                            "csi",
                            "CSI (a Container Storage Interface (CSI) volume source)",
                            "Driver:|driver|",
                            FS_TYPE,
                            "VolumeHandle:|volumeHandle|",
                            READ_ONLY));

    private static VolumeSource of(String field, String type, String... lines) {
        return new VolumeSource(field, type, List.of(lines));
    }

    static Optional<VolumeSource> ofPod(JsonNode volume) {
        return in(OF_PODS, volume).or(() -> in(BOTH, volume));
    }

    static Optional<VolumeSource> persistent(JsonNode spec) {
        return in(PERSISTENT, spec).or(() -> in(BOTH, spec));
    }

    private static Optional<VolumeSource> in(List<VolumeSource> sources, JsonNode volume) {
        return sources.stream().filter(source -> Values.has(volume, source.field())).findFirst();
    }

    void print(Page page, JsonNode volume, boolean isPersistent) {
        var source = volume.path(field);
        page.field(2, "Type", type);
        for (var line : lines) {
            var parts = line.split("\\|", -1);
            page.write(
                    2,
                    parts[0]
                            + "\t"
                            + value(Values.at(source, parts[1]), parts[2], isPersistent)
                            + "\n");
        }
    }

    private static String value(JsonNode value, String instead, boolean isPersistent) {
        return switch (instead) {
            case "," -> Values.joined(value, ", ");
            case "[]" -> Values.list(value);
            case "map[]" -> Values.goMap(value);
            case "nil" -> Values.isThere(value) ? reference(value, isPersistent) : instead;
            default -> Values.isThere(value) ? Values.text(value) : instead;
        };
    }

    // as Go writes the structure itself
    private static String reference(JsonNode reference, boolean isPersistent) {
        return isPersistent
                ? "&SecretReference{Name:%s,Namespace:%s,}"
                        .formatted(
                                Values.text(reference, "name"), Values.text(reference, "namespace"))
                : "&LocalObjectReference{Name:%s,}".formatted(Values.text(reference, "name"));
    }
}
