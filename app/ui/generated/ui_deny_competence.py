# From forms/screens/deny_competence.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# This office is not competent for the report.

################################################################################
## Form generated from reading UI file 'deny_competence.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_DenyCompetenceForm(object):
    def setupUi(self, DenyCompetenceForm):
        if not DenyCompetenceForm.objectName():
            DenyCompetenceForm.setObjectName(u"DenyCompetenceForm")
        self.grid = QGridLayout(DenyCompetenceForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.within_row = RadioRow(DenyCompetenceForm)
        self.within_row.setObjectName(u"within_row")
        self.within_row.setProperty(u"path", u"within")
        self.within_row.setMandatory(True)

        self.grid.addWidget(self.within_row, 0, 0, 1, 2)

        self.where_row = TextRow(DenyCompetenceForm)
        self.where_row.setObjectName(u"where_row")
        self.where_row.setProperty(u"path", u"where")
        self.where_row.setLimit(100)

        self.grid.addWidget(self.where_row, 1, 0, 1, 2)

        self.on_row = DayRow(DenyCompetenceForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(DenyCompetenceForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.reason_row = TallRow(DenyCompetenceForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DenyCompetenceForm)

        QMetaObject.connectSlotsByName(DenyCompetenceForm)
    # setupUi

    def retranslateUi(self, DenyCompetenceForm):
        self.within_row.setCaption(QCoreApplication.translate("DenyCompetenceForm", u"\u6709\u5904\u7406\u6743\u9650\u7684\u662f", None))
        self.where_row.setCaption(QCoreApplication.translate("DenyCompetenceForm", u"\u6709\u5904\u7406\u6743\u9650\u7684\u90e8\u95e8", None))
        self.where_row.setPlaceholder(QCoreApplication.translate("DenyCompetenceForm", u"\u5982 \u745e\u6cb3\u53bf\u5e02\u573a\u76d1\u7763\u7ba1\u7406\u5c40", None))
        self.on_row.setCaption(QCoreApplication.translate("DenyCompetenceForm", u"\u51b3\u5b9a\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("DenyCompetenceForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("DenyCompetenceForm", u"\u672c\u5c40\u4e0d\u5177\u5907\u5904\u7406\u6743\u9650\u7684\u7406\u7531", None))
        pass
    # retranslateUi
