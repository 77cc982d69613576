"""The law: figures, norms in force, profiles, bundles and quotas."""
