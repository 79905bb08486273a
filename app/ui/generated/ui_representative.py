# From forms/screens/representative.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Who acts for a party.

################################################################################
## Form generated from reading UI file 'representative.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TickRow)
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, PickRow, TextRow)

class Ui_RepresentativeForm(object):
    def setupUi(self, RepresentativeForm):
        if not RepresentativeForm.objectName():
            RepresentativeForm.setObjectName(u"RepresentativeForm")
        self.grid = QGridLayout(RepresentativeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(RepresentativeForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 1)

        self.role_row = RadioRow(RepresentativeForm)
        self.role_row.setObjectName(u"role_row")
        self.role_row.setProperty(u"path", u"role")
        self.role_row.setMandatory(True)

        self.grid.addWidget(self.role_row, 0, 1, 1, 1)

        self.name_row = TextRow(RepresentativeForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setMandatory(True)
        self.name_row.setLimit(50)

        self.grid.addWidget(self.name_row, 1, 0, 1, 1)

        self.phone_row = TextRow(RepresentativeForm)
        self.phone_row.setObjectName(u"phone_row")
        self.phone_row.setProperty(u"path", u"phone")
        self.phone_row.setLimit(30)

        self.grid.addWidget(self.phone_row, 1, 1, 1, 1)

        self.id_type_row = ChoiceRow(RepresentativeForm)
        self.id_type_row.setObjectName(u"id_type_row")
        self.id_type_row.setProperty(u"path", u"id_type")

        self.grid.addWidget(self.id_type_row, 2, 0, 1, 1)

        self.id_no_row = TextRow(RepresentativeForm)
        self.id_no_row.setObjectName(u"id_no_row")
        self.id_no_row.setProperty(u"path", u"id_no")
        self.id_no_row.setLimit(40)

        self.grid.addWidget(self.id_no_row, 2, 1, 1, 1)

        self.relation_row = TextRow(RepresentativeForm)
        self.relation_row.setObjectName(u"relation_row")
        self.relation_row.setProperty(u"path", u"relation")
        self.relation_row.setLimit(50)

        self.grid.addWidget(self.relation_row, 3, 0, 1, 1)

        self.powers_row = PickRow(RepresentativeForm)
        self.powers_row.setObjectName(u"powers_row")
        self.powers_row.setProperty(u"path", u"powers")

        self.grid.addWidget(self.powers_row, 3, 1, 1, 1)

        self.since_row = DayRow(RepresentativeForm)
        self.since_row.setObjectName(u"since_row")
        self.since_row.setProperty(u"path", u"since")
        self.since_row.setMandatory(True)

        self.grid.addWidget(self.since_row, 4, 0, 1, 1)

        self.until_row = DayRow(RepresentativeForm)
        self.until_row.setObjectName(u"until_row")
        self.until_row.setProperty(u"path", u"until")

        self.grid.addWidget(self.until_row, 4, 1, 1, 1)

        self.papers_seen_row = TickRow(RepresentativeForm)
        self.papers_seen_row.setObjectName(u"papers_seen_row")
        self.papers_seen_row.setProperty(u"path", u"papers_seen")

        self.grid.addWidget(self.papers_seen_row, 5, 0, 1, 2)

        self.identity_seen_row = TickRow(RepresentativeForm)
        self.identity_seen_row.setObjectName(u"identity_seen_row")
        self.identity_seen_row.setProperty(u"path", u"identity_seen")

        self.grid.addWidget(self.identity_seen_row, 6, 0, 1, 2)

        self.on_row = DayRow(RepresentativeForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 7, 0, 1, 1)

        self.by_row = TextRow(RepresentativeForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 7, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RepresentativeForm)

        QMetaObject.connectSlotsByName(RepresentativeForm)
    # setupUi

    def retranslateUi(self, RepresentativeForm):
        self.party_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u5f53\u4e8b\u4eba", None))
        self.role_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u8eab\u4efd", None))
        self.name_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u59d3\u540d", None))
        self.phone_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u7535\u8bdd", None))
        self.id_type_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u8bc1\u4ef6\u7c7b\u578b", None))
        self.id_no_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.relation_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u4e0e\u5f53\u4e8b\u4eba\u7684\u5173\u7cfb", None))
        self.powers_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u6743\u9650", None))
        self.powers_row.setPlaceholder(QCoreApplication.translate("RepresentativeForm", u"\u6388\u6743\u59d4\u6258\u4e66\u8f7d\u660e\u7684\u6743\u9650", None))
        self.since_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u6388\u6743\u5f00\u59cb", None))
        self.until_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u6388\u6743\u622a\u6b62", None))
        self.papers_seen_row.setCaption("")
        self.papers_seen_row.setSentence(QCoreApplication.translate("RepresentativeForm", u"\u5df2\u6838\u5bf9\u6388\u6743\u59d4\u6258\u4e66\uff08\u76d1\u62a4\u5173\u7cfb\u8bc1\u660e\uff09\u539f\u4ef6", None))
        self.identity_seen_row.setCaption("")
        self.identity_seen_row.setSentence(QCoreApplication.translate("RepresentativeForm", u"\u5df2\u6838\u5bf9\u4ee3\u7406\u4eba\u8eab\u4efd\u8bc1\u660e\u539f\u4ef6", None))
        self.on_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("RepresentativeForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
